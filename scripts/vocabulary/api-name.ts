/** A name that an API may have: it becomes a folder, a subpath of a package, and part of the names of a client. */
export function isApiName(name: string): boolean {
  // Windows has no files of these names
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}

/** A name for the API whose document is called so: `print-shop` for `Print Shop.openapi.yaml`. */
export function apiNameOf(file: string): string {
  const stem = file.replace(/\.\w+$/, "").toLowerCase();
  const words = (stem.match(/[a-z0-9]+/g) ?? []).join("-");
  // an ending that tells of the format only
  const name = words.replace(/(-(openapi|swagger|oas)\d*)+$/, "").replace(/^[^a-z]+/, "");
  return isApiName(name) && name !== "openapi" ? name : "my-api";
}
