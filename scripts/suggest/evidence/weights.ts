/**
 * How much each sign weighs, for a job or against it. Their sum has to reach `enough` for an operation to be written, and
 * `perhaps` for it to be named.
 */
export const weights = {
  enough: 4.5,
  perhaps: 2.5,
  /** From here on the confidence is called high. */
  surely: 7,

  /** Values of a status. */
  codes: 3,
  flag: 1,
  flagOfMachines: 1.5,
  endsWithoutBeginning: 0.5,
  howTheRequestWent: -2,
  success: 1.5,
  perhapsSuccess: 0.5,
  noSuccess: -2,
  failure: 1,
  cancellation: 0.5,
  beginning: 0.5,
  noBeginning: -0.5,
  onlyInText: -0.5,
  allKnown: 0.5,
  machines: 1,
  /** For each such word, up to three. */
  people: -1,
  things: -1.5,

  /** What the status and its operation are called. */
  statusOfElse: -1,
  describedAsOfWork: 1,
  plainWork: 2.5,
  work: 2,
  workAmongWords: 1,
  keyOfWork: 1.5,
  workAround: 1,
  business: -3,
  record: -1.5,
  answerOfWork: 1,
  ownPath: 0.5,
  strangeKey: -2.5,

  /** What texts say. */
  toldToPoll: 1.5,
  toldToWait: 1.5,

  /** What stands beside the status. */
  progress: 1,
  time: 0.5,
  error: 0.5,
  errorOfFlag: 2,
  result: 0.5,
  repetition: -1,

  /** What other operations do to it. */
  statusIsSet: -2.5,
  isChanged: -1,
  isStarted: 1,
  isAccepted: 1,
  notStarted: -1,
} as const;
