using System.Text;
using Shouwang.Recognizer.Detection;

namespace Shouwang.Recognizer.Recognition;

/// <summary>One character as read: where its middle lies along the line, 0 to 1, and how probable the model holds it.</summary>
/// <param name="Others">What else the model held possible at the same place, the likeliest first; empty where it was sure.</param>
readonly record struct ReadCharacter(Rune Value, float Position, float Probability, IReadOnlyList<Possibility> Others)
{
    /// <summary>What it looks like, where it is a printed figure that stands clear of others.</summary>
    public FigureShape? Shape { get; init; }

    /// <summary>How probable another reading is, null where the model did not consider it.</summary>
    public float? Candidate(Rune value) => Others.FirstOrDefault(other => other.Value == value) is { Probability: > 0 } other ? other.Probability : null;
}

/// <summary>A character the model held possible.</summary>
readonly record struct Possibility(Rune Value, float Probability);

/// <summary>One line of text as read (文本行).</summary>
sealed record ReadLine(TextBox Box, IReadOnlyList<ReadCharacter> Characters)
{
    public string Text { get; } = string.Concat(Characters.Select(c => c.Value.ToString()));

    /// <summary>Mean probability of its characters.</summary>
    public float Score => Characters.Average(c => c.Probability);

    /// <summary>The box without the margin the detector leaves before the first and after the last character.</summary>
    public TextBox Core
    {
        get
        {
            var (first, last) = (Characters[0].Position, Characters[^1].Position);
            var half = Characters.Count > 1 ? (last - first) / (2 * (Characters.Count - 1)) : 0.25f * Box.Height / Math.Max(1, Box.Width);
            return Box.Part(Math.Max(0, first - half), Math.Min(1, last + half));
        }
    }
}
