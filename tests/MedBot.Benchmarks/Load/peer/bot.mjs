// The peer that MedBot's load is measured beside: Bot Builder 4.23.3 for Node, dialogs and state in memory. Its dialog has
// the shape of MedBot's, one question back and then an answer with buttons, and does nothing else. With the argument
// "directline" it stands behind offline-directline, an emulator of the Direct Line service, in the same process.
import http from 'node:http';
import express from 'express';
import directLine from 'offline-directline';
import {
  ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, MessageFactory,
} from 'botbuilder';
import { ComponentDialog, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';

class QuestionDialog extends ComponentDialog {
  constructor() {
    super('question');
    this.addDialog(new TextPrompt('place'));
    this.addDialog(new WaterfallDialog('waterfall', [
      step => { step.values.question = step.context.activity.text; return step.prompt('place', { prompt: MessageFactory.suggestedActions(['河北', '江西'], '参保地在哪里？') }); },
      async step => {
        await step.context.sendActivity(MessageFactory.suggestedActions(['怎么算的', '依据'], `${step.values.question}（${step.result}）`));
        return step.endDialog();
      },
    ]));
    this.initialDialogId = 'waterfall';
  }
}

const state = new ConversationState(new MemoryStorage());
const dialogState = state.createProperty('dialogs');
const dialog = new QuestionDialog();

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dialogs = new DialogSet(dialogState);
      dialogs.add(dialog);
      const turn = await dialogs.createContext(context);
      const result = await turn.continueDialog();
      if (result.status === DialogTurnStatus.empty) await turn.beginDialog(dialog.id);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await state.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Bot();
adapter.onTurnError = async (_, error) => { console.error(error.message); };

// What Express would add to Node's own request and answer, so far as the adapter uses it.
function answerOf(raw) {
  return {
    socket: raw.socket,
    header(name, value) { raw.setHeader(name, value); },
    status(code) { raw.statusCode = code; },
    send(body) { if (body !== undefined) raw.write(typeof body === 'string' ? body : JSON.stringify(body)); },
    end() { raw.end(); },
  };
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    adapter.process({ body, headers: request.headers, method: request.method }, answerOf(response), context => bot.run(context))
      .catch(error => { console.error(error.message); response.statusCode = 500; response.end(); });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  if (process.argv[2] !== 'directline') return console.log(`Listening on ${address}`);
  const app = express();
  const front = app.listen(0, '127.0.0.1', () => {
    const own = `http://127.0.0.1:${front.address().port}`;
    app.use(directLine.getRouter(own, `${address}/api/messages`));
    console.log(`Listening on ${own}`);
  });
});
