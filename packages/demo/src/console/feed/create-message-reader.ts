/** Takes a stream of server-sent events piece by piece. @returns the data of the messages that a piece completed (WHATWG HTML, 9.2.6). */
export function createMessageReader(): (piece: string) => readonly string[] {
  let rest = '';
  let data: string[] = [];
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    const messages: string[] = [];
    for (const line of lines) {
      if (line !== '') data = [...data, ...dataOf(line)];
      else if (data.length > 0) {
        messages.push(data.join('\n'));
        data = [];
      }
    }
    return messages;
  };
}

// Lines that begin with a colon are comments: the server's heartbeat.
const dataOf = (line: string): readonly string[] => (line.startsWith('data:') ? [line.slice(5).replace(/^ /, '')] : []);
