using System.Collections.Immutable;
using System.Text;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.DirectLine;

/// <summary>Logged activities as clients get them: {"activities":[…],"watermark":"7"}. The watermark is a string.</summary>
internal static class ActivitySetText
{
    public static string Of(ImmutableArray<LoggedActivity> activities, long watermark)
    {
        var text = new StringBuilder("{\"activities\":[");
        for (var index = 0; index < activities.Length; index++)
        {
            if (index > 0)
                text.Append(',');
            text.Append(activities[index].Json);
        }

        return text.Append("],\"watermark\":\"").Append(watermark).Append("\"}").ToString();
    }
}
