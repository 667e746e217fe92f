/** By its name, a key may be the id of one: `task_id`, `exportRef`, `jobName`. */
export function isIdLike(key: string): boolean {
  return /(id|uuid|guid|ref|pk|no|num|number|name|token|code|slug|hash|handle|job|task|run|operation|execution|process|import|export|key|url|urn|year|version|locator|identifier)$/i.test(
    key,
  );
}
