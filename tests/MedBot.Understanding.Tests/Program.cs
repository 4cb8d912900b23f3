using MedBot.Understanding.Tests;
using MedBot.Understanding.Tests.Questions;

// `questions` prints how well the open question set is understood; anything else runs the tests.
return args is ["questions", ..] ? QuestionReport.Run(args[1..]) : await TestRun.Start(args);
