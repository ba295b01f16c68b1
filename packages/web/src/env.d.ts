interface ImportMetaEnv {
  /** Version of Surety that this page is of. */
  readonly SURETY_VERSION: string;
}
