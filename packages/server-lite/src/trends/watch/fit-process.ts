import { text } from 'node:stream/consumers';
import { type FitOrder, trainFit } from '../fits/train-fit.ts';

// Our own server's order, by its pipe: nobody else can write there.
process.stdout.write(JSON.stringify(trainFit(JSON.parse(await text(process.stdin)) as FitOrder)));
