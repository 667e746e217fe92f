import type { Advice } from "../advice.ts";
import { adviceFrom } from "../advice.ts";

const credentials =
  "Check the app's id and secret on the credentials page of the developer console. Those of Feishu do not work on Lark, " +
  "nor the other way round.";
const slower =
  "Call less often: the budget of an operation is shared by everything that runs as this app in this tenant.";
const again = "Try again later.";
const userToken = "Get a new user access token; one that has expired cannot be renewed from here.";

/**
 * What to do about a refusal or a failed task, by Feishu's code or the task's `job_status`.
 *
 * @example catch (error) { console.error(String(error), feishuAdvice(error)); }
 */
export const feishuAdvice: Advice = /* @__PURE__ */ adviceFrom({
  // the platform
  10003: credentials,
  10014: credentials,
  10015: credentials,
  99991543: credentials,
  99991400: slower,
  1069923: slower,
  600: again,
  2200: again,
  99991401: "Add the address that this runs at to the app's list of allowed IPs, in the developer console.",
  99991403: "The tenant's API calls of this month are used up; the quota begins anew on the first.",
  99991661: "Pass `auth` to the client: tenantAccessToken(…), or a user access token.",
  99991662: "The app is disabled; somebody has to enable it in the admin console.",
  99991673: "The app is not usable in this tenant; somebody has to install it there.",
  99991668: userToken,
  99991677: userToken,
  99991671: "The token must begin with `t-` or `u-`, or be a JWT; this is another kind.",
  99991672:
    "Give the app the scope `docs:document:export` or `drive:export:readonly` (to import: `docs:document:import`), and " +
    "publish a version of it.",
  99991679: "The user has to grant the scope to the app first.",
  // exports
  1069902:
    "Give the app, or the user whose token this is, the right to read or edit the document; an app is added to a document " +
    "as a document app. Ask for a task as whoever created it.",
  1069904:
    "Check the parameters: exporting to csv needs `sub_id`, and an import the extension that the file really has.",
  1069906: "The document was deleted; restore it first.",
  1069914:
    "`token` is the last part of the document's URL. A /wiki/ URL names a node: look up its document (get_node) first.",
  1069918: "doc and docx export to docx and pdf, sheet and bitable to xlsx and csv.",
  1060001:
    "An exported file is deleted ten minutes after its task has ended: export again, and download at once.",
  107: "Too large: a document may hold 1 GB for docx and 128 MB for pdf.",
  108: "Export again; if that takes too long, too, split the document.",
  109: "A block of the document may not be exported; remove it, or get the right to it.",
  110: "Give the app, or the user whose token this is, the right to read or edit the document.",
  111: "The document was deleted; restore it first.",
  122: "A copy of the document is being made; export again later.",
  123: "There is no such document; check `token` and `type`.",
  6000: "The document has too many images; split it.",
  // imports
  1069907: "There is no uploaded file of this token; upload it first.",
  1069908: "Check the token of the folder, and give the app or the user the right to edit the folder.",
  1069909: "Files have 20 MB at most.",
  1069910: "`file_extension` must be the extension of the uploaded file, letter for letter.",
  1069911: "A file of this kind cannot become a document of this `type`.",
  1069913: "An uploaded file can be imported for five minutes; upload it again.",
  104: "The tenant's storage is full.",
  115: "The file is too large.",
  116: "Give the app, or the user whose token this is, the right to edit the folder.",
  129: "The file is damaged; save it as a new one and import that.",
});
