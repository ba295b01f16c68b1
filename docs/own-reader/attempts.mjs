/** Attempts of our red team, one a line: `id;strategy;verdict`, after a first line `#attempts 1`. */
export default ({ eachLine, flag, trialsBuilder }) => ({
  name: 'attempts',
  version: 1,
  title: 'Attempt log of our red team',
  reads: 'lines `id;strategy;verdict` after a first line `#attempts 1`',
  expects: 'an attempt log (first line: #attempts 1)',
  sniff: (head) => Buffer.from(head).toString('utf8').startsWith('#attempts 1'),
  async read(source, { limits }) {
    const rows = trialsBuilder(limits);
    const problem = await eachLine(source, limits, (text, line) => {
      const place = { file: source.path, line };
      const [sample, strategy, verdict] = text.toString('utf8').trim().split(';');
      if (sample.startsWith('#')) return undefined;
      if (!['hit', 'safe', 'crashed'].includes(verdict)) {
        const message = `the verdict is “${verdict}”`;
        return { code: 'field-value', message, expected: 'hit, safe or crashed', ...place };
      }
      const crashed = verdict === 'crashed';
      const scores = [['hit', crashed ? undefined : verdict === 'hit']];
      const fields = [['strategy', strategy]];
      return rows.add({ sample, epoch: 1, flags: crashed ? flag.error : 0, scores, fields, group: strategy }, place);
    });
    if (problem !== undefined) return { ok: false, reader: 'attempts 1', problems: [problem] };
    const trials = rows.finish();
    const log = { reader: 'attempts 1', trials, claimed: { metrics: [] }, models: [], status: 'unstated', notes: [] };
    return { ok: true, log };
  },
});
