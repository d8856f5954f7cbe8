using System.Numerics;

namespace Shouwang.Bench.Recognition;

/// <summary>How many characters of the truth were read at their place, and how many were read that do not stand there.</summary>
sealed class Score
{
    public int Truth { get; private set; }

    public int Read { get; private set; }

    public int Right { get; private set; }

    public int Figures { get; private set; }

    public int FiguresRight { get; private set; }

    /// <summary>Right ones of all that stand there or were read: 1 when nothing is missing, wrong or invented.</summary>
    public double Accuracy => Truth + Read == 0 ? 1 : 2.0 * Right / (Truth + Read);

    public double FigureRecall => Figures == 0 ? 1 : (double)FiguresRight / Figures;

    /// <summary>The truth characters that were not read, for a look.</summary>
    public List<char> Missed { get; } = [];

    public void Add(IReadOnlyList<PlacedCharacter> truth, IReadOnlyList<PlacedCharacter> read)
    {
        var free = read.ToList();
        Truth += truth.Count;
        Read += read.Count;
        foreach (var expected in truth)
        {
            if (expected.IsFigure)
                Figures++;
            var reach = 0.6f * Math.Max(expected.High.Y - expected.Low.Y, expected.High.X - expected.Low.X);
            var found = free.FindIndex(c => c.Value == expected.Value && Vector2.Distance(c.Centre, expected.Centre) <= reach);
            if (found < 0)
            {
                Missed.Add(expected.Value);
                continue;
            }
            free.RemoveAt(found);
            Right++;
            if (expected.IsFigure)
                FiguresRight++;
        }
    }
}
