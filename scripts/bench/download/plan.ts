/** The sandbox, as the server tells of it. */
export interface Service {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Token of the document that is exported to so many bytes. */
  readonly token: string;
  readonly size: number;
  /** Of these bytes, from the generator itself. */
  readonly sha256: string;
}

/** What is done with the file. */
export type Way = "nothing" | "save" | "pipeline" | "arrayBuffer";

/** What a client is told to do. */
export interface Plan extends Service {
  readonly way: Way;
  readonly folder: string;
}

/** What a client has found. */
export interface Measured {
  /** Most resident memory that the process ever had, in MB. */
  readonly peak: number;
  /** The file, unless nothing was to be done. */
  readonly path?: string;
}
