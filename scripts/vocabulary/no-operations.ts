/** What to say of a document in which there is nothing to call, nor to look for jobs in. */
export const noOperations =
  "There are no operations in this document, so there is nothing to call. It may have been cut off, or be a part of another one.";
