/**
 * How much each sign weighs, for a job or against it. Their sum has to reach `enough` for an operation to be written, `fairly`
 * for it to be written without a mark that it may be none, and `perhaps` for it to be named.
 */
export const weights = {
  fairly: 4.5,
  enough: 2,
  perhaps: 1,
  /** From here on the confidence is called high. */
  surely: 7,

  /** Values of a status. */
  codes: 3.5,
  flag: 0.75,
  flagOfMachines: 1.25,
  percentage: 1.5,
  endTime: 1.25,
  nowhere: -0.5,
  /** A text tells that it begins, succeeds and fails. */
  courseInText: 2,
  /** Called a status, of what nothing calls work. */
  untold: -1.25,
  /** And may be work all the same. */
  perhapsUntold: -0.5,
  endsWithoutBeginning: 0.5,
  howTheRequestWent: -2,
  success: 1.5,
  perhapsSuccess: 0.25,
  noSuccess: -2,
  failure: 1,
  perhapsFailure: 0.5,
  cancellation: 0.5,
  noBeginning: -0.25,
  onlyInText: -0.5,
  allKnown: 1,
  machines: 1.25,
  /** For each such value, up to three. */
  people: -1,
  /** Where what has them is work that fails. */
  peopleOfWork: -0.5,
  switch: -2,
  things: -1.5,
  /** Where there is a word for success as well. */
  thingsThatSucceed: -1,

  /** What the status and its operation are called. */
  statusOfElse: -2,
  /** Of something that a machine works on and fails at. */
  statusOfElseAtWork: -1,
  /** One thing was asked for, and only its parts have a status. */
  firstOfParts: -1.5,
  describedAsOfWork: 1.5,
  plainWork: 2.75,
  work: 2.25,
  /** Words that may as well name what stays: a pipeline, an upload. */
  perhapsWork: 1.5,
  workAmongWords: 1,
  keyOfWork: 2,
  workAround: 1,
  business: -3,
  /** A machine is at work on it and tells how far it is, or a text calls it work or says to ask again. */
  businessOfMachines: -1.5,
  record: -1.5,
  standing: -1.5,
  answerOfWork: 1,
  ownPath: 1.5,
  /** Its name or summary says that it tells a status, which stands among other things. */
  calledAfterStatus: 1,
  /** What is asked for is a request, by its id. */
  keyOfRequest: 1,
  /** Its noun names work, and so does its key. */
  keyBesideWork: 0.75,
  /** The status stands far down, or in something that is not named after the thing. */
  farAway: -1.5,
  /** The thing stays, and the work is one of the things that are done to it. */
  workWithin: -2.5,
  /** It is no status by its name, and one by its values. */
  byItsValues: -0.5,
  strangeKey: -3.5,
  noKey: -3,
  /** Its values tell that it begins, succeeds or fails all the same. */
  noKeyOfCourse: -1.25,

  /** What texts say. */
  toldToPoll: 1.5,
  toldToWait: 1.5,
  otherThanResult: 1,
  acceptedFault: -3.5,

  /** What stands beside the status. */
  progress: 1,
  begun: 0.5,
  ended: 0.5,
  error: 1,
  errorOfFlag: 2,
  result: 0.75,
  partial: 0.5,
  repetition: -1.5,
  doneByPeople: -3,
  money: -2.5,

  /** What other operations do to it. */
  statusIsSet: -3.5,
  /** What makes one is told when it ended. */
  endIsTold: -4.5,
  /** By PATCH, callers may pause a job or call it off. */
  statusOfWorkIsSet: -2,
  isChanged: -1.5,
  upkeep: -1.5,
  onlyService: 2,
  isStarted: 1,
  perhapsStarted: 0.5,
  isElsewhere: 0.5,
  /** By the very path that is asked, of which there is one. */
  isSetGoing: 0.75,
  startOfWork: 1,
  /** `POST /storages/{id}/sync` */
  workOnIt: 1.5,
  isAccepted: 0.75,
  /** What so many calls answer with is what they set to work. */
  startedByMany: 1.5,
  notStarted: -0.25,
  /** What is no work tells the status of something else. */
  notStartedElse: -1.75,
  sister: 1,
  same: 3,
  twin: 2,
  resultBelow: 1,
} as const;
