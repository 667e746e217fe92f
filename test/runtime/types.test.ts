import { describe, expectTypeOf, test } from "vitest";
import type {
  HandleOf,
  JobFailure,
  JobHandle,
  Operation,
  PollingError,
  PollTimeoutError,
  Ref,
  StartedJob,
  Update,
} from "../../src/index.ts";
import { fetchClient, poll, start } from "../../src/index.ts";
import type { Client, Download, Job, Link } from "../../src/runtime/index.ts";
import type {
  PrintAnswer,
  PrinterClient,
  PrintLinks,
  PrintParams,
  PrintResult,
  PrintStatus,
  Receipt,
  StartPrintAnswer,
} from "./printer.ts";
import {
  createPrinterClient,
  deletePrint,
  fetchPrint,
  getPrint,
  listPrints,
  print,
  startPrint,
} from "./printer.ts";

const client = createPrinterClient();
declare const scanner: Client<"scanner", object>;
declare const task: HandleOf<typeof print>;

/** Type-checked, never run. */
const claims = (_: () => unknown): void => {};

describe("an operation", () => {
  test("takes its client, its parameters and options, and gives its answer", () => {
    claims(() => {
      expectTypeOf(getPrint(client, { id: "p-1" })).resolves.toEqualTypeOf<PrintAnswer>();
      expectTypeOf(fetchPrint(client, { file: "f", paper: "A4" })).resolves.toEqualTypeOf<Download>();
      expectTypeOf(deletePrint(client, { id: "p-1" })).resolves.toEqualTypeOf<undefined>();
      expectTypeOf(getPrint.answer(client, { id: "p-1" })).resolves.toHaveProperty("headers");
    });
  });

  test("may be called with the client alone when it requires no parameter", () => {
    claims(() => listPrints(client));
    claims(() => listPrints(client, {}, { signal: AbortSignal.abort() }));
    // @ts-expect-error the path has an id
    claims(() => getPrint(client));
  });

  test("does not take what it does not have", () => {
    // @ts-expect-error there is no such parameter
    claims(() => listPrints(client, { colour: "red" }));
    // @ts-expect-error this paper is not in the list
    claims(() => fetchPrint(client, { file: "f", paper: "A3" }));
    // @ts-expect-error paper is required
    claims(() => fetchPrint(client, { file: "f" }));
    // @ts-expect-error a signal is an option, not a parameter
    claims(() => getPrint(client, { id: "p-1", signal: AbortSignal.abort() }));
  });

  test("does not take the client of another API", () => {
    // @ts-expect-error a scanner is no printer
    claims(() => getPrint(scanner, { id: "p-1" }));
    // @ts-expect-error nor is anything else
    claims(() => getPrint({}, { id: "p-1" }));
  });
});

describe("fetchClient", () => {
  test("knows the paths of the API, and what they answer", () => {
    claims(async () => {
      const printer = fetchClient(client);
      const { data } = await printer.GET("/prints/{id}", { params: { path: { id: "p-1" } } });
      expectTypeOf(data).toEqualTypeOf<PrintAnswer | undefined>();
      // @ts-expect-error there is no such path
      await printer.GET("/scans/{id}", { params: { path: { id: "p-1" } } });
      // @ts-expect-error it is no client of this package
      fetchClient(printer);
    });
  });
});

describe("start", () => {
  test("gives the handle of the job that the operation starts, and what the service answered", () => {
    claims(() => {
      const started = start(client, startPrint, { body: { document: "plan" } }, { timeout: 1 });
      expectTypeOf(started).resolves.toEqualTypeOf<
        StartedJob<PrintParams, PrintAnswer, PrintResult, PrintLinks, PrintStatus, StartPrintAnswer>
      >();
      expectTypeOf(started).resolves.toExtend<HandleOf<typeof print>>();
    });
  });

  test("takes only operations that start a job, with their parameters and their client", () => {
    // @ts-expect-error this operation starts nothing
    claims(() => start(client, getPrint, { id: "p-1" }));
    // @ts-expect-error the document is required
    claims(() => start(client, startPrint, { body: {} }));
    // @ts-expect-error a start without parameters needs them all the same
    claims(() => start(client, startPrint));
    // @ts-expect-error a scanner is no printer
    claims(() => start(scanner, startPrint, { body: { document: "plan" } }));
    // @ts-expect-error durations are numbers
    claims(() => start(client, startPrint, { body: { document: "plan" } }, { timeout: "5m" }));
  });
});

describe("poll", () => {
  test("takes the parameters of the job, or its ref", () => {
    claims(() => {
      expectTypeOf(poll(client, print, { id: "p-1" })).toEqualTypeOf<HandleOf<typeof print>>();
      expectTypeOf(poll(client, print, task.ref)).toEqualTypeOf<HandleOf<typeof print>>();
      expectTypeOf(poll(client, print, JSON.parse("{}"))).toEqualTypeOf<HandleOf<typeof print>>();
      const late = {} as PollTimeoutError | PollingError;
      expectTypeOf(poll(client, print, late.ref)).toEqualTypeOf<HandleOf<typeof print>>();
    });
  });

  test("but no others, and no other API's client", () => {
    // @ts-expect-error the id is missing
    claims(() => poll(client, print, {}));
    // @ts-expect-error ids are strings
    claims(() => poll(client, print, { id: 7 }));
    // @ts-expect-error and have names
    claims(() => poll(client, print, "p-1"));
    // @ts-expect-error there is no such parameter
    claims(() => poll(client, print, { id: "p-1", tray: "2" }));
    // @ts-expect-error the ref of a job with other parameters
    claims(() => poll(client, print, { job: "scanner/scan", params: { sheet: 1 } }));
    // @ts-expect-error a scanner is no printer
    claims(() => poll(scanner, print, { id: "p-1" }));
    // @ts-expect-error an operation is no job, not even one that starts or tells of one
    claims(() => poll(client, getPrint, { id: "p-1" }));
    // @ts-expect-error what was meant is timeout
    claims(() => poll(client, print, { id: "p-1" }, { timout: 1 }));
  });

  test("tells onUpdate what the updates are", () => {
    claims(() =>
      poll(
        client,
        print,
        { id: "p-1" },
        {
          onUpdate: (update) =>
            expectTypeOf(update).toEqualTypeOf<Update<PrintResult, PrintAnswer, PrintStatus>>(),
        },
      ),
    );
  });
});

describe("a handle", () => {
  test("is named after its job", () => {
    expectTypeOf<HandleOf<typeof print>>().toEqualTypeOf<
      JobHandle<PrintParams, PrintAnswer, PrintResult, PrintLinks, PrintStatus>
    >();
    expectTypeOf<HandleOf<string>>().toEqualTypeOf<never>();
  });

  test("gives a result whose required fields are there", () => {
    claims(async () => {
      const { file } = await task.result();
      expectTypeOf(file).toEqualTypeOf<string>();
      expectTypeOf(task.ref).toEqualTypeOf<Ref<PrintParams>>();
      expectTypeOf(task.last).toEqualTypeOf<Update<PrintResult, PrintAnswer, PrintStatus> | undefined>();
    });
  });

  test("yields updates, which the state tells apart", () => {
    claims(async () => {
      for await (const update of task) {
        expectTypeOf(update.state).toEqualTypeOf<"pending" | "succeeded" | "failed" | "canceled">();
        expectTypeOf(update.status).toEqualTypeOf<"queued" | "printing" | "done" | "jammed" | "canceled">();
        expectTypeOf(update.body).toEqualTypeOf<PrintAnswer>();
        expectTypeOf(update.progress).toEqualTypeOf<number | undefined>();
        expectTypeOf(update.unlisted).toEqualTypeOf<true | undefined>();
        if (update.state === "succeeded") expectTypeOf(update.result.file).toEqualTypeOf<string>();
        else if (update.state !== "pending") expectTypeOf(update.error).toEqualTypeOf<JobFailure>();
        // @ts-expect-error a result is there only once the job has succeeded
        else update.result;
      }
      for await (const { polls } of task.updates({ signal: AbortSignal.abort() })) {
        expectTypeOf(polls).toEqualTypeOf<number>();
      }
    });
  });

  test("is read, not written", () => {
    // @ts-expect-error the ref stays what it is
    claims(() => (task.ref = { job: "", params: { id: "" } }));
    // @ts-expect-error and so does what is in it
    claims(() => (task.ref.job = ""));
  });
});

test("follow takes a body of several media types with its own, as a call does", () => {
  type Note =
    | { readonly contentType?: "application/json"; readonly body: { readonly text: string } }
    | { readonly contentType: "text/plain"; readonly body: string };
  type Noted = Operation<PrinterClient, PrintParams & Note, undefined>;
  type NoteLinks = { readonly note: Link<PrinterClient, PrintParams, PrintAnswer, Noted, "id"> };
  const follow = (handle: JobHandle<PrintParams, PrintAnswer, PrintResult, NoteLinks>): void => {
    claims(() => handle.follow("note", { body: { text: "Hello" } }));
    claims(() => handle.follow("note", { contentType: "text/plain", body: "Hello" }));
    // @ts-expect-error a text is no JSON of theirs
    claims(() => handle.follow("note", { body: "Hello" }));
  };
  expectTypeOf(follow).toBeFunction();
});

describe("follow", () => {
  test("is refused where the job has no links, and a handle that has some is one of a job in general", () => {
    claims(() => {
      const general: JobHandle<PrintParams, PrintAnswer, PrintResult> = task;
      // @ts-expect-error there is nothing to follow
      return general.follow("file");
    });
  });

  test("requires the parameters that the job's answer leaves open, and lets the others be overruled", () => {
    claims(() => {
      expectTypeOf(task.follow("file", { paper: "A4" })).resolves.toEqualTypeOf<Download>();
      expectTypeOf(
        task.follow("file", { paper: "A4", watermark: "x", file: "f-9" }),
      ).resolves.toEqualTypeOf<Download>();
      expectTypeOf(task.follow("receipt")).resolves.toEqualTypeOf<Receipt>();
      expectTypeOf(
        task.follow("receipt", {}, { signal: AbortSignal.abort() }),
      ).resolves.toEqualTypeOf<Receipt>();
    });
    // @ts-expect-error paper is left open
    claims(() => task.follow("file"));
    // @ts-expect-error paper is left open, whatever else is given
    claims(() => task.follow("file", { file: "f-9" }));
    // @ts-expect-error this paper is not in the list
    claims(() => task.follow("file", { paper: "A3" }));
    // @ts-expect-error there is no such parameter
    claims(() => task.follow("receipt", { paper: "A4" }));
  });

  test("knows the names of the links", () => {
    // @ts-expect-error there is no such link
    claims(() => task.follow("photo"));
    claims(() => {
      const other = poll(client, linkless, { id: "p-1" });
      // @ts-expect-error this job has no links at all
      return other.follow("file");
    });
  });
});

declare const linkless: Job<PrinterClient, PrintParams, PrintAnswer, PrintResult>;

test("an operation is a value like any other: it can be kept, and called by its type", () => {
  expectTypeOf(getPrint).toEqualTypeOf<Operation<PrinterClient, PrintParams, PrintAnswer>>();
  expectTypeOf(startPrint).toExtend<
    Operation<PrinterClient, { readonly body: { readonly document: string } }, StartPrintAnswer>
  >();
});
