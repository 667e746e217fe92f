import { at } from "../values.ts";

/**
 * The address that a specification writes as a template, filled with the caller's variables, else with the usual ones;
 * the caller's own `baseUrl` takes its place. Throws a `TypeError` on a value that would change more of the address
 * than its place in it.
 */
export function serverUrl(
  template: string,
  usual: Readonly<Record<string, string>>,
  options: { readonly baseUrl?: string },
): string {
  return options.baseUrl ?? template.replace(/\{(.+?)\}/g, (_, name: string) => plain(name));

  function plain(name: string): string {
    const value = String(at(options, name) ?? usual[name]);
    if (value === usual[name] || (value !== "undefined" && /^(?!\.\.?$)[\w.~-]+$/.test(value))) return value;
    const example = usual[name] ? ` such as "${usual[name]}"` : "";
    throw new TypeError(`${name} must be a plain name${example}, not "${value}".`);
  }
}

/** The same without a slash at its end. Throws a `TypeError` when it cannot be the address of a service. */
export function checkedUrl(address: string): string {
  if (/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/.test(address) && URL.canParse(address))
    return address.replace(/\/$/, "");
  const shown = address.replace(/\/\/.*@|[?#].*/gs, "…");
  throw new TypeError(`baseUrl must be an absolute http(s) URL without user and query, not "${shown}".`);
}
