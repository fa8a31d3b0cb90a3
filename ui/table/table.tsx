import { type ReactNode, useId } from "react";
import { VisuallyHidden } from "../visually-hidden/visually-hidden.tsx";

export type TableProps = {
  caption: ReactNode;
  /** A quiet head is read aloud but not shown: for a column of buttons. */
  columns: { head: string; numeric?: boolean | undefined; quiet?: boolean | undefined }[];
  /** The first cell names the row. A row that is short of cells stretches its last one. */
  rows: { key: string; cells: ReactNode[] }[];
  /** The caption is read aloud but not shown, where a heading above says the same. */
  quietCaption?: boolean | undefined;
  /** On a phone: scroll sideways, or turn each row into a small block with its heads beside the cells. */
  narrow?: "scroll" | "stack";
};

/** Rows with rules, in a region that scrolls by itself when it is too wide. */
export function Table({ caption, columns, rows, quietCaption, narrow = "scroll" }: TableProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table" data-narrow={narrow} aria-labelledby={id} tabIndex={0}>
      {/* The roles outlive display: block, which takes them away in Safari. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table">
        <caption id={id}>{quietCaption ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, numeric, quiet }) => (
              <th key={head} role="columnheader" scope="col" data-numeric={numeric ? "" : undefined}>
                {quiet ? <VisuallyHidden>{head}</VisuallyHidden> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells: [first, ...cells] }) => (
            <tr role="row" key={key}>
              <th role="rowheader" scope="row">
                {first}
              </th>
              {cells.map((cell, index) => {
                const column = columns[index + 1];
                const span = index === cells.length - 1 ? columns.length - cells.length : 1;
                return (
                  <td
                    role="cell"
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                    key={index}
                    colSpan={span > 1 ? span : undefined}
                    data-head={column?.quiet ? undefined : column?.head}
                    data-quiet={column?.quiet ? "" : undefined}
                    data-numeric={column?.numeric && span === 1 ? "" : undefined}
                  >
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  );
}
