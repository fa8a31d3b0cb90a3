import type { Example } from "../example.ts";
import { DateField } from "./date-field.tsx";

export const criteria = ["can be typed as well as picked", "asks for a day of the calendar, never for an hour"];

export const examples: Example[] = [
  { name: "A day", render: () => <DateField name="df-from" label="In force from" defaultValue="2026-07-01" /> },
];
