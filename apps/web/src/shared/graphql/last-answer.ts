let answeredAt = Date.now();

/** Notes that the server has answered: the session was in use. */
export function noteAnswer(): void {
  answeredAt = Date.now();
}

/** When the server last answered this page. In milliseconds since 1970. */
export function lastAnswerAt(): number {
  return answeredAt;
}
