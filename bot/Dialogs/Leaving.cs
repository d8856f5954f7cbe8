using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Stopping and having everything deleted (停止、删除).</summary>
internal static class Leaving
{
    public static Talk Stop(Talk talk) => talk.Done().Say("stop");

    /// <summary>What the village has to keep is said before the answer, not found out after it.</summary>
    public static Talk AskDelete(Talk talk) => talk.Ask(talk.Knowledge.Claims.Count == 0 ? "delete" : "delete.claims");

    public static Talk? AnswerDelete(Talk talk, Heard heard)
    {
        if (heard.Intent == Intent.No || heard.Text == "不删除")
            return talk.Done().Say("kept");
        return heard.IsYes || heard.Intent == Intent.Delete || heard.Text == "删除"
            ? talk.Say("delete.done").Do(new DeleteEverything()).Remember(s => s.Forgotten())
            : null;
    }
}
