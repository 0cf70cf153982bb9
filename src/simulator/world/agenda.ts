import type { TimedRecord } from "./records.ts";

/** One change that is due at a time. */
export interface Appointment {
  readonly at: number;
  readonly record: TimedRecord;
  readonly state: string;
}

/** What time will bring, earliest first; what falls on the same moment keeps the order in which it was noted. */
export class Agenda {
  readonly #appointments: Appointment[] = [];

  note(appointment: Appointment): void {
    let low = 0;
    let high = this.#appointments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#appointments[middle]?.at ?? Infinity) <= appointment.at) low = middle + 1;
      else high = middle;
    }
    this.#appointments.splice(low, 0, appointment);
  }

  /** Takes out the earliest that is due by then and has not been overtaken by another change of its record. */
  take(until: number): Appointment | undefined {
    for (;;) {
      const first = this.#appointments[0];
      if (first === undefined || first.at > until) return undefined;
      this.#appointments.shift();
      if (first.record.becomes?.at === first.at && first.record.becomes.state === first.state) return first;
    }
  }
}
