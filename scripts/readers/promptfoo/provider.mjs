/** Echoes its prompt, and fails where it is told to. */
export default class {
  id() {
    return 'second-provider';
  }
  async callApi(prompt) {
    if (prompt.includes('break')) return { error: 'the provider broke' };
    return { output: prompt, tokenUsage: { total: 3, prompt: 1, completion: 2 }, cost: 0.001 };
  }
}
