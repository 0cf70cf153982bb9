/** A refusal as AWS puts it on the wire: a type, an HTTP status and a text. */
export class ApiFailure extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, status: number, message: string) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

/** What the service answers to everything that cannot be done: it has one type for all of it. */
export function refusal(message: string): ApiFailure {
  return new ApiFailure("DirectConnectClientException", 400, message);
}
