using System.Text;

namespace Shouwang.Bot.Replies;

/// <summary>The form read aloud (朗读文本): no signs, no grouping in numbers, a full stop at every line end.</summary>
internal static class Speech
{
    private const string Pauses = "，。？！、；：";

    public static string Of(string text)
    {
        var speech = new StringBuilder();
        foreach (var c in SpokenNumbers.In(text))
        {
            if (c == '\n')
                Pause(speech, '。');
            else if (c is '（' or '）')
                Pause(speech, '，');
            else if (c == '.' || char.IsLetterOrDigit(c))
                speech.Append(c);
            else if (Pauses.Contains(c))
                Pause(speech, c);
            else if (c == ' ')
                Pause(speech, '，');
        }
        Pause(speech, '。');
        return speech.ToString();
    }

    private static void Pause(StringBuilder speech, char sign)
    {
        if (speech.Length == 0)
            return;
        if (Pauses.Contains(speech[^1]))
            speech.Length--;
        speech.Append(sign);
    }
}
