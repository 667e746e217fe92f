/** A name that an API may have: it becomes a folder, a subpath of a package, and part of the names of a client. */
export function isApiName(name: string): boolean {
  // Windows has no files of these names
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}

/**
 * A name for the API whose document is called so: `print-shop` for `Print Shop.openapi.yaml`. Where the file says nothing, as
 * `openapi.yaml` does, a title of few words may.
 */
export function apiNameOf(file: string, title = ""): string {
  // endings that tell of the format only
  const named = words(file.replace(/\.\w+$/, "")).replace(/(-(openapi|swagger|oas)\d*)+$/, "");
  const titled = words(title.replace(/['’]/g, "")).replace(/(-(api|rest|openapi|swagger|v?\d+))+$/, "");
  const names = [named, titled.split("-").length > 3 ? "" : titled].filter(isApiName);
  return (
    names.find((name) => !/^(openapi|swagger|api|spec)$/.test(name)) ??
    names.find((name) => name !== "openapi") ??
    "my-api"
  );
}

function words(text: string): string {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-").replace(/^[^a-z]+/, "");
}
