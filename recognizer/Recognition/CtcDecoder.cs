using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Shouwang.Recognizer.Recognition;

/// <summary>Turns a model's answer, one distribution over keys for each step along the line, into characters (CTC 解码).</summary>
sealed class CtcDecoder
{
    const int Blank = 0;
    const float Undecided = 0.6f;
    const float Sure = 0.97f;
    const float Possible = 0.0005f; // what words may still speak for (WordPrior)

    readonly Rune[] _keys;

    /// <param name="keys">The model's keys in order, without the blank before them and the space after them.</param>
    public CtcDecoder(IEnumerable<Rune> keys) => _keys = [default, .. keys, new Rune(' ')];

    public int KeyCount => _keys.Length;

    /// <summary>Reads the list of keys, one a line.</summary>
    public static CtcDecoder FromFile(string path) => new(File.ReadLines(path).Where(line => line.Length > 0).Select(line => Rune.GetRuneAt(line, 0)));

    /// <summary>
    /// The best path: of a run of steps with the same best key one character is kept, with the run's highest probability.
    /// Where the model saw a character but could not decide which, so that "none" narrowly wins, the likeliest is kept with its low probability:
    /// a doubtful character can be looked at, a missing one cannot.
    /// </summary>
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
            if (best == Blank && distribution[Blank] < Undecided && last == Blank)
                best = 1 + IndexOfMax(distribution[1..]);
            if (best != Blank)
            {
                var position = Math.Min(1, (step + 0.5f) / (steps * usedShare));
                if (best != last)
                    characters.Add(new(_keys[best], position, distribution[best], Others(distribution, best)));
                else if (distribution[best] > characters[^1].Probability)
                    characters[^1] = new(_keys[best], position, distribution[best], Others(distribution, best));
            }
            last = best;
        }
        return characters;
    }

    List<Possibility> Others(ReadOnlySpan<float> distribution, int best)
    {
        if (distribution[best] > Sure)
            return [];
        List<Possibility> others = [];
        for (var key = 1; key < distribution.Length; key++)
        {
            if (distribution[key] >= Possible && key != best)
                others.Add(new(_keys[key], distribution[key]));
        }
        others.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        return others;
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
