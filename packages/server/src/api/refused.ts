/** What every answer with another status than 200 says, in one sentence for a person. */
export interface Refused {
  readonly kind: 'refused';
  readonly why: string;
}
