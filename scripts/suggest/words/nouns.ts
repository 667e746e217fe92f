import { singular, tokensOf } from "../../vocabulary/tokens.ts";

/** The words name work that a machine does and ends. */
export function isWork(words: readonly string[]): boolean {
  // a statement is a query, but for that of a bank
  const own = words.includes("bank") ? words.filter((word) => singular(word) !== "statement") : words;
  return (
    own.some((word) => work.has(word) || work.has(singular(word)) || compound.test(word)) ||
    moving.test(own.join(" "))
  );
}

/** A transfer is one of money, but for what is said to be of data. */
const moving = /\b(data|file|object|storage|bucket)s? ?transfers?$/;

/** `journalruns`, `downloadrequest`: two words that are written as one. */
const compound =
  /^(\w{3,}(job|export|import|backup|execution|migration|deployment|transcription)|\w{5,}run|(download|export|import|backup|conversion|build|scan)(request|task))s?$/;

/** `importtask` of an import */
export function isCalledAfter(name: string, noun: string): boolean {
  return (
    name.startsWith(noun) &&
    /^(job|task|run|operation|execution)?(status|info|details|response|result|summary)?$/.test(
      name.slice(noun.length),
    )
  );
}

/** The words name what may be work, or what it works on. */
export function isPerhapsWork(words: readonly string[]): boolean {
  return words.some((word) => perhapsWork.has(singular(word)) || isDeed(singular(word)));
}

/** `aggregation` and `propagation`, but not `organization`: what is done, by the ending of the word. */
export function isDeed(word: string): boolean {
  return /\w{3}ation$/.test(word) && !deedless.test(word) && !business.has(word);
}

const deedless =
  /(organi[sz]ation|location|allocation|application|notification|integration|configuration|destination|annotation|automation|relation|association|corporation|citation|documentation|specification|certification|federation|donation|foundation|registration|authori[sz]ation|variation|combination|education|occupation|population|vacation|publication|representation|visuali[sz]ation|regulation|violation|recommendation|duration|accommodation|collaboration|delegation|affiliation|formation|information|validation|verification|generation|quotation|obligation|iteration|declaration|presentation)$/;

/** The words name business or what people do with each other, whose course nobody waits for in a program. */
export function isBusiness(words: readonly string[]): boolean {
  return words.some((word) => business.has(word) || business.has(singular(word)));
}

/** The words name what is written down of something else. */
export function isRecord(words: readonly string[]): boolean {
  return words.some((word) => /^(status|event|log|history|try|attempt|item|span|transition)$/.test(word));
}

/** The words name what says when and how work is done: a schedule of exports is no export. */
export function isStanding(words: readonly string[]): boolean {
  return (
    words.some((word) => /^(schedule|scheduler|recurring|cron)$/.test(word)) ||
    standing.test(words.at(-1) ?? "")
  );
}

const standing = /^(template|configuration|config|setting|settings|policy|rule|definition|trigger|timer)$/;

/** A name of a schema ends with work, taken alone: `RenderJob`. */
export function isWorkAlone(word: string): boolean {
  return workAlone.test(word);
}

const workAlone =
  /^(job|task|run|operation|execution|export|import|batch|backup|scan|report|crawl|transcode|render|migration|build|deployment|prediction|training|generation|conversion|transcription|invocation|process|discovery)s?$/;

/** Whatever it is about, a job is work. */
export function isPlainWork(words: readonly string[]): boolean {
  return /^(job|operation|run)$/.test(words.at(-1) ?? "");
}

/** A name in a path that says that what it stands for is work, whatever the work is about. */
export function isNamedAfterWork(name: string): boolean {
  return /job|task|operation|execution|process/i.test(name) || tokensOf(name).includes("run");
}

/** `createExportTask` is about an export and a task. */
export function wordsOf(...names: readonly (string | undefined)[]): readonly string[] {
  return names.flatMap((name) => (name === undefined ? [] : tokensOf(name))).map(singular);
}

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

const work = set(
  `job export import backup snapshot restore build deploy deployment run execution batch crawl crawler scrape scan scanning
  analysis transcription transcript transcode transcoding render rendering conversion convert migration operation report
  sync synchronization action generation prediction tuning finetuning finetune finetuned training evaluation eval ingestion indexing
  query statement download archive clone copy upgrade provision provisioning dump reindex purge invalidation
  refresh replay compilation bulk extraction extract research translation dubbing composition process processing task
  research benchmark simulation optimization invocation replication rollback delete deletion erasure lro change command
  backfill recalculation recompute calculation computation async cancellation activation
  encoding encode parsing parse inference recognition detection segmentation summarization synthesis upscale compression
  installation install comparison reconciliation resync redrive failover transformation preprocessing mutation workitem cleanup
  creation assessment reset reprocess rebuild reload refinement estimation enrichment rollout redeployment redeploy teardown merge
  enumerate enumeration discovery backtest exec autofix diagnosis diagnostics dedupe deduplication patching materialization rescan reanalysis`,
);
const perhapsWork = set(
  "upload workflow pipeline video activity asset image audio request submission update test check precheck clip forecast lookup measurement inspection probe",
);
const business = set(
  `order payment charge refund payout invoice subscription dispute issue ticket incident case transaction mandate customer
  account card cardholder person user member invitation invite approval contract quote booking appointment shipment
  return cart checkout message call conference participant conversation chat room meeting todo milestone
  goal loan deposit withdrawal settlement claim envelope signature enrollment license coupon bill billing
  lead deal contact opportunity reservation review intent authorization verification identity applicant
  employee organization company vendor supplier store merchant terminal reader device letter postcard cheque
  sms mms email fax mail voice brand number port porting domain pull commit project alert alarm notification
  webhook poll survey flag ad loyalty promotion gift reward achievement credit debit bank wallet income asset_report vulnerability finding certificate`,
);
