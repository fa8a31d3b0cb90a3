import { type ReactNode, useId } from "react";

export type RegisterProps = {
  caption: ReactNode;
  /** For those who hear it: the heads of date, change and authority. */
  heads: [string, string, string];
  rows: { key: string; on: string; when: string; what: ReactNode; by: ReactNode }[];
};

/** Things that happened, newest first: the date, what it was in words, on whose authority. */
export function Register({ caption, heads, rows }: RegisterProps) {
  const id = useId();
  return (
    <div className="register">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: the roles outlive display: grid, which takes them away in Safari */}
      <table role="table" aria-labelledby={id}>
        <caption id={id}>
          <span className="visually-hidden">{caption}</span>
        </caption>
        <thead role="rowgroup" className="visually-hidden">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, on, when, what, by }) => (
            <tr role="row" key={key}>
              <td role="cell">
                <time dateTime={on}>{when}</time>
              </td>
              <td role="cell">{what}</td>
              <td role="cell">{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}
