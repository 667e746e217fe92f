import { domainId, projects } from "../huawei/account.ts";

/** The answer of the list of projects. */
export function listProjects(query: URLSearchParams, self: string): Record<string, unknown> {
  const wanted = projects.filter(
    ({ name }) =>
      fits(query, "name", name) && fits(query, "domain_id", domainId) && fits(query, "parent_id", domainId),
  );
  const perPage = Number(query.get("per_page") ?? wanted.length);
  const start = (Number(query.get("page") ?? 1) - 1) * perPage;
  return {
    projects: wanted.slice(start, start + perPage).map(({ id, name }) => ({
      domain_id: domainId,
      is_domain: false,
      parent_id: domainId,
      name,
      description: "",
      links: { next: null, previous: null, self: `${self}/${id}` },
      id,
      enabled: true,
    })),
    links: { next: null, previous: null, self },
  };
}

function fits(query: URLSearchParams, name: string, value: string): boolean {
  const wanted = query.get(name);
  return wanted === null || wanted === value;
}
