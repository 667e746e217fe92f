import { isObject } from "../../document.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import type { Link } from "./link.ts";

interface Targeted {
  readonly link: Link;
  readonly target: Operation | undefined;
}

/** Several answers of one operation may have a link, and then it has to be the same: nobody chooses between them. */
export function checkSeveralLinks(operation: Operation, links: readonly Targeted[], report: Report): void {
  checkSameNames(links, report);
  const statusLinks = links.filter(({ link, target }) => link.isStart && target?.isPolled);
  const [first] = statusLinks;
  for (const { link, target } of statusLinks.slice(1)) {
    if (first === undefined || target === undefined) continue;
    if (target !== first.target) {
      const message = `\`${operation.name}\` already leads to the status in \`${first.target?.name}\``;
      report(
        link.fields.get("operationId") ?? link.place,
        "two-jobs",
        `${message}; it cannot start two jobs.`,
      );
    } else if (whatItSays(link) !== whatItSays(first.link)) {
      const other = `the link \`${first.link.name}\` of ${first.link.scope.answer}`;
      report(
        link.place,
        "links-differ",
        `This link and ${other} lead to \`${target.name}\` with different parameters; make them the same.`,
        {
          onKey: true,
        },
      );
    }
  }
}

/** What comes after a job is called by the name of its link, whichever answer told of the success. */
function checkSameNames(links: readonly Targeted[], report: Report): void {
  const first = new Map<string, Link>();
  for (const { link } of links.filter((each) => each.link.isFollowUp)) {
    const other = first.get(link.name) ?? link;
    first.set(link.name, other);
    if (whatItSays(link) === whatItSays(other)) continue;
    const where = `${other.scope.answer} has a link \`${link.name}\` too, with another meaning`;
    report(link.place, "links-differ", `${where[0]?.toUpperCase()}${where.slice(1)}; make them the same.`, {
      onKey: true,
    });
  }
}

/** The order of keys says nothing. */
function whatItSays({ fields }: Link): string {
  const given = ["operationId", "parameters", "requestBody", "x-url"].map(
    (key) => fields.get(key)?.value ?? null,
  );
  return JSON.stringify(given, (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
