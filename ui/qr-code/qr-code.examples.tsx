import type { Example } from "../example.ts";
import { QrCode } from "./qr-code.tsx";

export const criteria = [
  "dark on light in both themes, so that a camera reads it",
  "what it says stands beside it in words",
];

export const examples: Example[] = [
  {
    name: "An address",
    render: () => <QrCode text="https://plan.haywater.example/" label="The address of the plan" />,
  },
];
