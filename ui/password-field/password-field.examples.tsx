import type { Example } from "../example.ts";
import { PasswordField } from "./password-field.tsx";

export const criteria = [
  "can be pasted into and filled in by a password manager",
  "asks for length, not for odd signs, and says so before it is typed",
];

export const examples: Example[] = [
  {
    name: "To sign in",
    render: () => <PasswordField name="pf-now" label="Password" autoComplete="current-password" />,
  },
  {
    name: "To choose one",
    render: () => (
      <PasswordField
        name="pf-new"
        label="New password"
        hint="Twelve characters or more. Four words that do not belong together are good."
        autoComplete="new-password"
        error="This one is on a list of passwords that were stolen elsewhere. Choose another."
      />
    ),
  },
];
