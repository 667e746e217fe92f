/** `2018-11-27T21:39:00`, UTC. DWS does not say which zone its times are in; this is taken to be the one. */
export function plainTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}
