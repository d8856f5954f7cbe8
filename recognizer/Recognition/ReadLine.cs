using System.Text;
using Shouwang.Recognizer.Detection;

namespace Shouwang.Recognizer.Recognition;

/// <summary>One character as read: where its middle lies along the line, 0 to 1, and how probable the model holds it.</summary>
readonly record struct ReadCharacter(Rune Value, float Position, float Probability);

/// <summary>One line of text as read (文本行).</summary>
sealed record ReadLine(TextBox Box, IReadOnlyList<ReadCharacter> Characters)
{
    public string Text { get; } = string.Concat(Characters.Select(c => c.Value.ToString()));

    /// <summary>Mean probability of its characters.</summary>
    public float Score => Characters.Average(c => c.Probability);
}
