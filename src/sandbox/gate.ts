import { type Site, siteNames } from "./apis.ts";
import type { Contract } from "./contract/contract.ts";
import type { Operation } from "./contract/operations.ts";
import { checkCount } from "./count.ts";
import { answerInstead, spoil } from "./damage.ts";
import { createFaults, type Fault, faultKinds } from "./fault.ts";
import { pause } from "./pause.ts";
import type { Vendor } from "./vendor.ts";

/** A call that came in. Without headers, body and whatever the specification does not declare: no credentials. */
export interface LoggedRequest {
  /** When, by the sandbox's clock. */
  readonly time: number;
  readonly api: Site;
  /** The `operationId`; absent when the specification has no such operation. */
  readonly operation?: string;
  readonly method: string;
  /** With the query parameters that the specification declares. */
  readonly path: string;
}

/** An answer that the specification does not allow. */
export interface Violation {
  readonly api: Site;
  readonly operation: string;
  /** One sentence for each thing that is wrong. */
  readonly problems: readonly string[];
}

/** What every request passes, whichever site it is for: it is noted, struck by faults, answered, checked. */
export interface Gate {
  /** `pathname` is what the vendor would see: without the prefix that tells the sites apart on a port. */
  handle(site: Site, request: Request, pathname: string): Promise<Response>;
  fault(fault: Fault): void;
  readonly requests: readonly LoggedRequest[];
  readonly violations: readonly Violation[];
}

export function createGate(
  vendors: Readonly<Record<Site, Vendor>>,
  contractOf: (site: Site) => Contract | undefined,
  now: () => number,
): Gate {
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const violations: Violation[] = [];

  async function handle(site: Site, request: Request, pathname: string): Promise<Response> {
    request.signal.throwIfAborted();
    const vendor = vendors[site];
    const contract = contractOf(site);
    const operation = contract?.find(request.method, pathname);
    requests.push(describe(site, request, pathname, operation, now()));

    const fault = faults.take(site, operation?.id);
    if (fault?.kind === "hang") await pause(Number.POSITIVE_INFINITY, request.signal);
    const instead = fault && answerInstead(vendor, fault);
    if (instead) return instead;

    let deliberate = false;
    const url = new URL(request.url);
    const response = await vendor.app.fetch(await inner(request, url, pathname), {
      url,
      operation: operation?.id,
      deliberate: () => {
        deliberate = true;
      },
    });
    if (fault?.kind === "slow") await pause(fault.ms, request.signal);
    else if (fault) return spoil(vendor, fault, response);
    if (!contract || !operation || deliberate) return response;

    const problems = await contract.check(operation, response);
    if (problems.length === 0) return response;
    const violation: Violation = { api: site, operation: operation.id, problems };
    violations.push(violation);
    return Response.json({ error: "The sandbox broke the specification.", ...violation }, { status: 500 });
  }

  return {
    handle,
    fault(fault) {
      checkFault(fault, contractOf);
      faults.add(fault);
    },
    requests,
    violations,
  };
}

function describe(
  site: Site,
  request: Request,
  pathname: string,
  operation: Operation | undefined,
  time: number,
): LoggedRequest {
  const query = new URLSearchParams();
  for (const [name, value] of new URL(request.url).searchParams) {
    if (operation?.query.includes(name)) query.append(name, value);
  }
  const path = query.size > 0 ? `${pathname}?${query}` : pathname;
  return { time, api: site, ...(operation && { operation: operation.id }), method: request.method, path };
}

/** The request as the vendor would see it. Its body is read here, so that nothing streams any more. */
async function inner(request: Request, url: URL, pathname: string): Promise<Request> {
  const body = request.body === null ? null : await request.arrayBuffer();
  return new Request(`${url.origin}${pathname}${url.search}`, {
    method: request.method,
    headers: request.headers,
    body,
  });
}

/** A fault that can never strike is a misspelt one. */
function checkFault(fault: Fault, contractOf: (site: Site) => Contract | undefined): void {
  // callers in JavaScript write what they like
  const {
    api,
    operation,
    times = 1,
    kind,
  }: { api?: Site; operation?: string; times?: number; kind: string } = fault;
  if (!faultKinds.includes(kind))
    throw new TypeError(`There is no fault of the kind "${kind}". There are: ${faultKinds.join(", ")}.`);
  if (api !== undefined && !siteNames.includes(api))
    throw new TypeError(`No fault can strike the API "${api}". There are: ${siteNames.join(", ")}.`);
  checkCount("times", times);
  if (operation === undefined) return;
  const sites = api === undefined ? siteNames : [api];
  const known = sites.flatMap((site) => contractOf(site)?.operations.map(({ id }) => id) ?? []);
  if (known.includes(operation)) return;
  const others =
    known.length > 0
      ? `There are: ${known.join(", ")}.`
      : `Calls of ${api} have no names: leave operation out.`;
  throw new TypeError(
    `No fault can strike the operation "${operation}", for there is none of this name. ${others}`,
  );
}
