// A fit that is killed when half of it is told.
process.stdout.write('{"fit":', () => process.kill(process.pid, 'SIGKILL'));
