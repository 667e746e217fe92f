export interface Outcome {
  /** What the API is called, or would be. */
  readonly name: string;
  readonly root: string;
  /** Those that it has in `redocly.yaml`. */
  readonly overlays: readonly string[];
  /** What was suggested, if it was written. */
  readonly overlay?: string | undefined;
  /** `redocly.yaml` was written now, was there before, or is nobody's business. */
  readonly configuration: "written" | "kept" | "unasked";
  /** `redocly.yaml` has the API. */
  readonly isListed: boolean;
  /** Where a first program can go. */
  readonly program: string;
}

/** How the overlay gets into effect: once a person has looked through it. Empty where there is nothing left to do. */
export function nextSteps(outcome: Outcome): string {
  const { overlay, configuration, isListed, program } = outcome;
  if (configuration === "written") {
    const look = overlay === undefined ? "" : ` Look through ${overlay}.`;
    const written = [...(overlay === undefined ? [] : [overlay]), "redocly.yaml"].join(" and ");
    return `Wrote ${written}.${look} To go on: npx openapi-jobs generate --program ${program}\n`;
  }
  const kept = configuration === "kept" ? ", which is there already and was left as it is" : "";
  if (overlay !== undefined)
    return `Look through ${overlay}, then add it to redocly.yaml${kept}:\n\n${configurationText(outcome)}`;
  if (configuration === "unasked" || isListed) return "";
  return `To generate a client, add the document to redocly.yaml${kept}:\n\n${configurationText(outcome)}`;
}

/** What `redocly.yaml` has to say of the API. */
export function configurationText({
  name,
  root,
  overlays,
  overlay,
}: Pick<Outcome, "name" | "root" | "overlays" | "overlay">): string {
  const all = [...overlays, ...(overlay === undefined ? [] : [overlay])];
  const listed = all.map((each) => `      - ${scalar(each)}\n`).join("");
  return `apis:\n  ${name}:\n    root: ${scalar(root)}\n${listed === "" ? "" : `    overlays:\n${listed}`}`;
}

/** A path as YAML has it, in quotes where it might be anything else. */
function scalar(path: string): string {
  return /^[\w./][\w./ -]*$/.test(path) ? path : JSON.stringify(path);
}
