/** `application/json; charset=utf-8`, `application/problem+json` */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}
