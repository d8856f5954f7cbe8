namespace Shouwang.Bot.Understanding;

/// <summary>A message as understood (听到的).</summary>
/// <param name="Text">Folded; a number of the last menu already replaced by the choice's words.</param>
/// <param name="Likely">For an unknown one: the intents it may be, best first.</param>
/// <param name="IsCommand">Whether it is a command or choice, as opposed to a guess of the model.</param>
internal sealed record Heard(string Text, Intent Intent, bool IsCommand, IReadOnlyList<Intent> Likely)
{
    /// <summary>A plain yes. What the model takes for one is not enough where something hangs on it.</summary>
    public bool IsYes => IsCommand && Intent == Intent.Yes;

    /// <summary>Understands a text in the light of the choices offered last.</summary>
    public static Heard From(string raw, IReadOnlyList<string> choices)
    {
        var text = Normal.Fold(raw);
        text = Gestures.InWords(text) ?? text;
        if (Commands.Choice(text) is { } number)
        {
            if (number > choices.Count)
                return new(text, Intent.Unknown, false, []); // a number of a menu that is not there
            text = choices[number - 1];
        }
        var command = Commands.Find(text);
        if (command != Intent.Unknown)
            return new(text, command, true, []);
        if (Terms.Find(text) is { } term)
            return new(text, term, false, []);
        var (intent, likely) = IntentModel.Ours.Find(text);
        return new(text, intent, false, likely);
    }
}
