using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Stopping and having everything deleted (停止、删除).</summary>
internal static class Leaving
{
    public static Talk Stop(Talk talk) => talk.Done().Say("stop");

    public static Talk AskDelete(Talk talk) => talk.Ask("delete");

    public static Talk? AnswerDelete(Talk talk, Heard heard)
    {
        if (heard.Intent == Intent.No || heard.Text == "不删除")
            return talk.Done().Say("kept");
        return heard.IsYes || heard.Intent == Intent.Delete || heard.Text == "删除"
            ? talk.Say("delete.done").Do(new DeleteEverything()).Remember(s => new ConversationState { Folders = Math.Max(s.Folders, s.Folder) })
            : null;
    }
}
