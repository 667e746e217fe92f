/**
 * What `#components/schemas/Name` means, which can be nothing else: the name of an anchor has no slash in it. `undefined` for
 * all other references.
 */
export function withSlash(reference: string): string | undefined {
  return /^#[^/#][^#]*\//.test(reference) ? `#/${reference.slice(1)}` : undefined;
}

/** The same for all references of a document in JSON. */
export function withSlashes(json: string): string {
  return json.replace(/"\$ref":"#(?=[^/#"][^#"]*\/)/g, '"$ref":"#/');
}
