import { type Case, formatProbability } from '@surety/core/case';

/** The outcomes as the text states them, while their doubts are computed; as high as they will be. */
export function Computing({ of }: { readonly of: Case }) {
  return (
    <section className="ov-outcomes" aria-label="Unacceptable outcomes" aria-busy="true">
      {of.outcomes.map(({ id, text, threshold }) => (
        <div key={id} className="card ov-outcome">
          <div className="ov-said">
            <div className="ov-name">
              <h2>{id}</h2>
            </div>
            <p>{text}</p>
            {threshold !== undefined && (
              <p className="ov-against soft">against a threshold of {formatProbability(threshold.probability)}</p>
            )}
          </div>
          <div className="skeleton ov-drawn" style={{ height: 134 }} />
          <div className="skeleton" style={{ height: 84, gridColumn: '1 / -1' }} />
        </div>
      ))}
    </section>
  );
}
