using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>The answers of one turn as the activities that a channel shows, in order, without addresses, ids or times.</summary>
public delegate ImmutableArray<Activity> AnswerRenderer(ImmutableArray<Answer> answers);
