import { ActionRow, Button } from "#ui/button/button.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import { Signpost } from "#ui/signpost/signpost.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { Public } from "./frame.tsx";

const wrong = "This email and this password do not belong together. Try again, or ask for a new password.";

/** For someone who works here: let me in. For everyone else: you do not need this. */
export function SignInPage({ refused }: { refused?: boolean }) {
  return (
    <Public>
      {refused && <ErrorSummary focus={false} heading="That did not work" errors={[{ href: "#email", text: wrong }]} />}
      <Columns kind="lead" align="end">
        <div>
          <Finding lede="For people who work on the plan.">Sign in</Finding>
          <form method="post">
            <FormLayout>
              <TextField
                name="email"
                type="email"
                label="Email"
                autoComplete="username"
                spellCheck={false}
                defaultValue={refused ? "wren@haywater.example" : undefined}
                error={refused && wrong}
              />
              <PasswordField name="password" label="Password" autoComplete="current-password" />
              <ActionRow>
                <Button first>Sign in</Button>
                <a href="/password">Ask for a new password</a>
              </ActionRow>
            </FormLayout>
          </form>
        </div>
        <Stack room="tight">
          <p>The plan is open to everyone, without an account.</p>
          <Signpost
            ground
            label="What anyone can read"
            blades={[
              { href: "/plan", text: "Read the plan" },
              { href: "/changes", text: "See what changed" },
            ]}
          />
        </Stack>
      </Columns>
    </Public>
  );
}
