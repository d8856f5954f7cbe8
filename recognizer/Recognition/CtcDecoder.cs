using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Shouwang.Recognizer.Recognition;

/// <summary>Turns a model's answer, one distribution over keys for each step along the line, into characters (CTC 解码).</summary>
sealed class CtcDecoder
{
    const int Blank = 0;

    readonly Rune[] _keys;

    /// <param name="keys">The model's keys in order, without the blank before them and the space after them.</param>
    public CtcDecoder(IEnumerable<Rune> keys) => _keys = [default, .. keys, new Rune(' ')];

    public int KeyCount => _keys.Length;

    /// <summary>Reads the list of keys, one a line.</summary>
    public static CtcDecoder FromFile(string path) => new(File.ReadLines(path).Where(line => line.Length > 0).Select(line => Rune.GetRuneAt(line, 0)));

    /// <summary>The best path: of a run of steps with the same best key one character is kept, with the run's highest probability.</summary>
    /// <param name="probabilities">Steps x keys.</param>
    /// <param name="usedShare">How much of the steps, from the start, stands for the line; the rest is padding.</param>
    public List<ReadCharacter> Decode(ReadOnlySpan<float> probabilities, float usedShare)
    {
        List<ReadCharacter> characters = [];
        var steps = probabilities.Length / KeyCount;
        var last = Blank;
        for (var step = 0; step < steps; step++)
        {
            var distribution = probabilities.Slice(step * KeyCount, KeyCount);
            var best = IndexOfMax(distribution);
            if (best != Blank)
            {
                var position = Math.Min(1, (step + 0.5f) / (steps * usedShare));
                if (best != last)
                    characters.Add(new(_keys[best], position, distribution[best]));
                else if (distribution[best] > characters[^1].Probability)
                    characters[^1] = new(_keys[best], position, distribution[best]);
            }
            last = best;
        }
        return characters;
    }

    static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var highest = new Vector<float>(float.MinValue);
        foreach (var vector in vectors)
            highest = Vector.Max(highest, vector);
        var max = float.MinValue;
        for (var i = 0; i < Vector<float>.Count; i++)
            max = Math.Max(max, highest[i]);
        foreach (var value in values[(vectors.Length * Vector<float>.Count)..])
            max = Math.Max(max, value);
        return values.IndexOf(max);
    }
}
