using Shouwang.Bot;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Conversations;

/// <summary>What the person sent (所发内容), as it is recorded: the activity and what the intake made of its pictures.</summary>
internal sealed record Said(Activity Activity, IReadOnlyList<Picture> Pictures)
{
    public static Said Of(Activity activity) => new(activity, []);

    /// <summary>Something without words or photos, of which only its kind is told.</summary>
    public static Said Of(PictureVerdict verdict) => new(new Activity { Type = "message" }, [new Picture("", "文件", verdict)]);
}

/// <summary>Where an activity stands in the record.</summary>
/// <param name="Before">It had been recorded by an earlier try of the same client.</param>
internal sealed record Recorded(long Sequence, string ActivityId, bool Before);

/// <summary>Activities of a conversation from one watermark to the next.</summary>
internal sealed record ActivitySlice(IReadOnlyList<Activity> Activities, long Watermark);
