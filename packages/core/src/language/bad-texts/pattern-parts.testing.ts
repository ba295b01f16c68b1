/** A pattern with an option, a choice of values and blanks, for texts that use it. */
export const patterns = `patterns:
  P1:
    parameters: { system: what it is about, doubt: of the test, parts: of the system }
    argument:
      G1: { text: "{system} is safe", supportedBy: [S1, { to: Sn1, optional: true }, { to: Sn2, optional: true }] }
      S1: { text: by part, supportedBy: [{ to: G2, multiplicity: per parts }] }
      G2: { text: "{parts} is safe", undeveloped: true }
      Sn1: { text: t, doubt: "{doubt}" }
      Sn2: { text: t, subsystem: "{system}" }
`;
