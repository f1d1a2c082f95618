const width = 30;

export interface Progress {
  show: (done: number, total: number) => void;
  end: () => void;
}

/** A bar on a terminal; elsewhere, where lines stay, one line when it begins. */
export function showProgress(
  { what, unit }: { what: string; unit: string },
  out: NodeJS.WriteStream,
): Progress {
  let begun = false;
  return {
    show: (done, total) => {
      if (out.isTTY) out.write(`\r${what} ${bar(done, total)} ${done} of ${total} ${unit}`);
      else if (!begun) out.write(`${what}: ${total} ${unit} …\n`);
      begun = true;
    },
    end: () => {
      if (begun && out.isTTY) out.write('\r\u001b[2K');
    },
  };
}

const bar = (done: number, total: number): string => {
  const full = Math.min(width, Math.round((width * done) / Math.max(1, total)));
  return '█'.repeat(full) + '░'.repeat(width - full);
};
