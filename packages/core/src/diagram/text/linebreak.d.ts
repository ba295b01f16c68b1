/** The package brings no types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** `position` is where the next line would start. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
