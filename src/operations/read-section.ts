import type { Section, SectionAnswer } from "../model/section.ts";
import type { CancelSignal } from "./send.ts";

/** Reads one section, all pages. Failures are part of the answer; it throws only when the signal aborts. */
export type ReadSection = (section: Section, signal: CancelSignal) => Promise<SectionAnswer>;
