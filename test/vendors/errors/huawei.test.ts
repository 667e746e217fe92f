import { describe, expect, test } from "vitest";
import {
  createHuaweiDrsClient,
  exportTemplates,
  getExportProgress,
  templateExport,
} from "../../../src/huawei-drs.ts";
import { clusterJob, createHuaweiDwsClient, getJob, stopCluster } from "../../../src/huawei-dws.ts";
import { createGraphBackup, createHuaweiGesClient, getGraphJob, graphJob } from "../../../src/huawei-ges.ts";
import { poll, start } from "../../../src/index.ts";
import { errorOf, type Said, type Treatment, type Tried, treatmentOf } from "./treatment.ts";

const project_id = "05f2cff45100d5112f4bc00b794ea08e";
const begun = (startedAt?: string): { startedAt?: string } => (startedAt === undefined ? {} : { startedAt });

const inDws = { project_id, job_id: "2c9080e8845b207101845b245e1e0001" };
const dws: Tried = {
  call: (auth, fetch) => getJob(createHuaweiDwsClient({ auth, fetch }), inDws),
  poll: (auth, fetch, options, at) => {
    const ref = { job: "huawei-dws/clusterJob", params: inDws, ...begun(at) };
    return poll(createHuaweiDwsClient({ auth, fetch }), clusterJob, ref, options).result();
  },
  start: (auth, fetch, options) =>
    start(createHuaweiDwsClient({ auth, fetch }), stopCluster, { project_id, cluster_id: "c" }, options),
  succeeded: { status: 200, body: { status: "SUCCESS" } },
  started: { status: 200, body: { error_code: null, error_msg: null, job_id: "1" } },
};

const inGes = { projectId: project_id, graphId: "g", jobId: "ff80808167f09aaa0167f19b35ec0305" };
const ges: Tried = {
  call: (auth, fetch) => getGraphJob(createHuaweiGesClient({ auth, fetch }), inGes),
  poll: (auth, fetch, options, at) => {
    const ref = { job: "huawei-ges/graphJob", params: inGes, ...begun(at) };
    return poll(createHuaweiGesClient({ auth, fetch }), graphJob, ref, options).result();
  },
  start: (auth, fetch, options) => {
    const where = { projectId: project_id, graphId: "g" };
    return start(createHuaweiGesClient({ auth, fetch }), createGraphBackup, where, options);
  },
  succeeded: { status: 200, body: { status: "success" } },
  started: { status: 200, body: { jobId: "1" } },
};

const inDrs = { project_id, async_job_id: "62a055ae-ce03-4232-beb6-46c83b8ef2b2" };
const drs: Tried = {
  call: (auth, fetch) => getExportProgress(createHuaweiDrsClient({ auth, fetch }), inDrs),
  poll: (auth, fetch, options, at) => {
    const ref = { job: "huawei-drs/templateExport", params: inDrs, ...begun(at) };
    return poll(createHuaweiDrsClient({ auth, fetch }), templateExport, ref, options).result();
  },
  start: (auth, fetch, options) => {
    const body = { jobs: ["t"] };
    return start(createHuaweiDrsClient({ auth, fetch }), exportTemplates, { project_id, body }, options);
  },
  succeeded: { status: 200, body: { process_status: "success" } },
  started: { status: 202, body: { id: "1", status: "SUCCESS" } },
};

const requestId = "32dbd1dc91a2e7b6ee3d1d4b1c3a5a1e";
const message = "The vendor's words.";

/** How each of the services, and the gateway before them, writes a refusal. */
const services = {
  gateway: {
    tried: dws,
    operation: "getJob",
    body: (code: string) => ({ error_code: code, error_msg: message, request_id: requestId }),
  },
  DWS: {
    tried: dws,
    operation: "getJob",
    body: (code: string) => ({ error_code: code, error_msg: message }),
  },
  GES: {
    tried: ges,
    operation: "getGraphJob",
    body: (code: string) => ({ errorCode: code, errorMessage: message }),
  },
  DRS: {
    tried: drs,
    operation: "getExportProgress",
    body: (code: string) => ({ error_code: code, error_msg: message }),
  },
} as const;

type Row = readonly [status: number, code: string, treatment: Treatment];

const documented: Record<keyof typeof services, readonly Row[]> = {
  gateway: [
    [404, "APIGW.0101", "not found"],
    [404, "APIGW.0103", "not found"],
    [400, "APIGW.0104", "final"],
    [400, "APIGW.0105", "final"],
    [400, "APIGW.0106", "final"],
    [400, "APIGW.0201", "final"],
    [413, "APIGW.0201", "final"],
    [414, "APIGW.0201", "final"],
    [494, "APIGW.0201", "final"],
    [502, "APIGW.0201", "poll again"],
    [504, "APIGW.0201", "poll again"],
    [401, "APIGW.0301", "new token, final"],
    [401, "APIG.0301", "new token, final"],
    [403, "APIGW.0302", "final"],
    [401, "APIGW.0303", "new token, final"],
    [403, "APIGW.0304", "final"],
    [401, "APIGW.0305", "new token, final"],
    [403, "APIGW.0306", "final"],
    [401, "APIGW.0307", "new token, final"],
    [401, "APIG.0307", "new token, final"],
    [429, "APIGW.0308", "again"],
    [429, "APIG.0308", "again"],
    [403, "APIGW.0310", "final"],
    [401, "APIGW.0311", "new token, final"],
    [403, "APIGW.0401", "final"],
    [403, "APIGW.0402", "final"],
    [403, "APIGW.0404", "final"],
    [405, "APIGW.0501", "final"],
    [405, "APIGW.0502", "final"],
    [500, "APIGW.0601", "poll again"],
    [400, "APIGW.0602", "final"],
    [500, "APIGW.0605", "poll again"],
    [500, "APIGW.0606", "poll again"],
    [400, "APIGW.0607", "final"],
    [500, "APIGW.0608", "poll again"],
    [500, "APIGW.0609", "poll again"],
    [502, "APIGW.0610", "again"],
    [500, "APIGW.0611", "poll again"],
    [500, "APIGW.0612", "poll again"],
    [503, "APIGW.0613", "again"],
    [500, "APIGW.0705", "poll again"],
    [403, "APIGW.0801", "final"],
    [403, "APIGW.0802", "final"],
  ],
  DWS: [
    [400, "DWS.0001", "final"],
    [403, "DWS.0015", "not found"],
    [404, "DWS.0047", "not found"],
    [401, "DWS.0047", "new token, not found"],
    [404, "DWS.3027", "not found"],
    [403, "DWS.7023", "again"],
    [500, "DWS.9999", "poll again"],
    [400, "DWS.5001", "final"],
    [400, "DWS.5206", "final"],
    [404, "DWS.5021", "not found"],
    [404, "DWS.5022", "not found"],
    [404, "DWS.5023", "not found"],
    [403, "DWS.5036", "final"],
    [409, "DWS.5050", "final"],
    [400, "DWS.5149", "final"],
    [400, "DWS.5182", "final"],
    [400, "DWS.5183", "final"],
  ],
  GES: [
    ...[
      "GES.0001",
      "GES.0016",
      "GES.7001",
      "GES.7002",
      "GES.7003",
      "GES.7008",
      "GES.7009",
      "GES.7012",
      "GES.7013",
      "GES.7015",
      "GES.7016",
      "GES.7018",
      "GES.7019",
      "GES.7020",
      "GES.7021",
      "GES.7022",
      "GES.7024",
      "GES.7034",
      "GES.7040",
      "GES.7041",
      "GES.7042",
      "GES.7048",
      "GES.7049",
      "GES.7050",
      "GES.7054",
      "GES.7061",
      "GES.8007",
      "GES.8008",
      "GES.8011",
      "GES.8012",
      "GES.8013",
      "GES.8303",
    ].map((code): Row => [400, code, "final"]),
    [400, "GES.7000", "not found"],
    [400, "GES.7004", "poll again"],
    [408, "GES.7005", "poll again"],
    [400, "GES.7006", "poll again"],
    [400, "GES.7007", "not found"],
    [400, "GES.7051", "poll again"],
    [400, "GES.8301", "not found"],
    [500, "GES.8302", "poll again"],
    [500, "GES.8304", "poll again"],
  ],
  DRS: [
    [400, "DRS.10030009", "final"],
    [400, "DRS.10120001", "final"],
    [422, "DRS.M00002", "final"],
    [422, "DRS.M00004", "poll again"],
    [500, "DRS.M00004", "poll again"],
    [400, "DRS.M00007", "final"],
    [400, "DRS.M00200", "final"],
    [400, "DRS.M00201", "final"],
    [400, "DRS.M00202", "final"],
    [400, "DRS.M00300", "final"],
    [400, "DRS.M00305", "final"],
    [403, "DRS.M00100", "new token, final"],
    [404, "DRS.M00101", "not found"],
    [403, "DRS.M00102", "final"],
    [401, "DRS.M00103", "new token, final"],
    [403, "DRS.M00261", "final"],
    [400, "DRS.M00304", "final"],
    [400, "DRS.M01503", "again"],
    [202, "DRS.M01504", "final"],
    [400, "DRS.M05003", "not found"],
    [400, "DRS.M05004", "not found"],
    [200, "DRS.M05066", "final"],
  ],
};

/** The whole error. */
const error = (operation: string, status: number, code: string | number, body: unknown): object => ({
  name: "ApiError",
  message: `${operation}: HTTP ${status}, code ${code}: ${message} (request id ${requestId})`,
  operation,
  status,
  code,
  reason: message,
  requestId,
  retryAfter: undefined,
  body,
});

// each name of `documented` is one of `services`, by its type
for (const [name, { tried, operation, body }] of Object.entries(services)) {
  describe(name, () => {
    test.each(documented[name as keyof typeof services])(
      "HTTP %i with %s: %s",
      async (status, code, treatment) => {
        const said: Said = { status, headers: { "X-Request-Id": requestId }, body: body(code) };
        expect(await errorOf(tried, said)).toEqual(error(operation, status, code, body(code)));
        expect(await treatmentOf(tried, said)).toBe(treatment);
      },
    );
  });
}

describe("whichever way a refusal is written, it is read", () => {
  const words = { "X-Request-Id": requestId };
  test.each<[string, Said, string | number]>([
    ["snake case", { status: 400, body: { error_code: "DWS.5001", error_msg: message } }, "DWS.5001"],
    ["camel case", { status: 400, body: { errorCode: "GES.7000", errorMessage: message } }, "GES.7000"],
    ["the task list's", { status: 400, body: { errCode: "GES.0001", externalMessage: message } }, "GES.0001"],
    [
      "both at once, as recorded of DWS",
      {
        status: 403,
        body: {
          externalMessage: message,
          errCode: "DWS.7023",
          error_code: "DWS.7023",
          error_msg: message,
        },
      },
      "DWS.7023",
    ],
    ["IAM's", { status: 403, body: { error: { code: 403, message, title: "Forbidden" } } }, 403],
    [
      "with what newer gateways add",
      {
        status: 403,
        body: {
          error_code: "APIGW.0302",
          error_msg: message,
          encoded_authorization_message: "x",
          details: [],
        },
      },
      "APIGW.0302",
    ],
  ])("%s", async (_, said, code) => {
    expect(await errorOf(dws, { ...said, headers: words })).toEqual(
      error("getJob", said.status, code, said.body),
    );
  });

  test("the request's id may stand in the header of GES, or in the body alone", async () => {
    const body = { errorCode: "GES.7000", errorMessage: message };
    const inHeader = await errorOf(ges, { status: 400, headers: { TraceID: requestId }, body });
    expect(inHeader).toEqual(error("getGraphJob", 400, "GES.7000", body));
    const gateway = services.gateway.body("APIGW.0302");
    expect(await errorOf(ges, { status: 403, body: gateway })).toEqual(
      error("getGraphJob", 403, "APIGW.0302", gateway),
    );
  });

  test("a page of HTML is quoted, and a poll goes on after it", async () => {
    const said: Said = { status: 503, headers: words, body: "<html>503</html>" };
    expect(await errorOf(dws, said)).toMatchObject({
      message: `getJob: HTTP 503: answered with text/html: <html>503</html> (request id ${requestId})`,
      body: "<html>503</html>",
    });
    expect(await treatmentOf(dws, said)).toBe("poll again");
  });
});

describe("a success that is none", () => {
  const stop = (body: object): Promise<unknown> =>
    dws.start("t", async () => Response.json(body, { headers: { "X-Request-Id": requestId } }), {});

  test("DWS refuses to start a job with HTTP 200 and a code", async () => {
    const body = { error_code: "DWS.5001", error_msg: message, job_id: null };
    await expect(stop(body)).rejects.toMatchObject(error("stopCluster", 200, "DWS.5001", body));
  });

  test.each([
    ["no code", {}],
    ["null", { error_code: null }],
    ["an empty code", { error_code: "" }],
    ["DWS.0000", { error_code: "DWS.0000" }],
  ])("DWS accepts with %s", async (_, code) => {
    await expect(stop({ ...code, job_id: "1" })).resolves.toMatchObject({ accepted: { job_id: "1" } });
  });

  test("DWS has accepted nothing that it names no job for", async () => {
    await expect(stop({ error_code: "DWS.0000" })).rejects.toMatchObject({
      operation: "stopCluster",
      status: 200,
      message: expect.stringContaining("accepted, but the link to the job finds no job_id in the answer"),
    });
  });
});
