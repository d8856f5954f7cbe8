namespace Shouwang.Recognizer.Recognition;

/// <summary>What a figure looks like on average in the type of a page (字形), and how like it others are.</summary>
sealed class FigurePattern
{
    const int Shift = 2; // by which a shape may lie off its place, either way
    const int Rows = FigureShape.Rows - (2 * Shift);
    const int Columns = FigureShape.Columns - (2 * Shift);
    const int Rounds = 2;

    readonly float[] _mean; // of mean 0 and length 1

    FigurePattern(float[] mean) => _mean = mean;

    public static FigurePattern Of(IReadOnlyList<FigureShape> shapes)
    {
        var pattern = Mean(shapes.Select(shape => (shape, (Across: 0, Down: 0))));
        for (var round = 0; round < Rounds; round++)
        {
            var before = pattern;
            pattern = Mean(shapes.Select(shape => (shape, before.Best(shape).Place)));
        }
        return pattern;
    }

    /// <summary>The correlation where the shape fits best.</summary>
    public float Likeness(FigureShape shape) => Best(shape).Likeness;

    /// <summary>The correlation of two patterns.</summary>
    public float Likeness(FigurePattern other) => _mean.Zip(other._mean).Sum(pair => pair.First * pair.Second);

    (float Likeness, (int Across, int Down) Place) Best(FigureShape shape)
    {
        var best = (Likeness: float.MinValue, Place: (0, 0));
        for (var down = -Shift; down <= Shift; down++)
        {
            for (var across = -Shift; across <= Shift; across++)
            {
                var likeness = At(shape.Dark, across, down);
                if (likeness > best.Likeness)
                    best = (likeness, (across, down));
            }
        }
        return best;
    }

    float At(float[] dark, int across, int down)
    {
        var (product, sum, squares) = (0f, 0f, 0f);
        for (var row = 0; row < Rows; row++)
        {
            var from = Start(row, across, down);
            for (var column = 0; column < Columns; column++)
            {
                var value = dark[from + column];
                product += value * _mean[(row * Columns) + column];
                sum += value;
                squares += value * value;
            }
        }
        var variance = squares - (sum * sum / (Rows * Columns));
        return variance > 0 ? product / MathF.Sqrt(variance) : 0;
    }

    static FigurePattern Mean(IEnumerable<(FigureShape Shape, (int Across, int Down) Place)> shapes)
    {
        var mean = new float[Rows * Columns];
        foreach (var (shape, (across, down)) in shapes)
        {
            var part = new float[mean.Length];
            for (var row = 0; row < Rows; row++)
                Array.Copy(shape.Dark, Start(row, across, down), part, row * Columns, Columns);
            Normalise(part);
            for (var i = 0; i < mean.Length; i++)
                mean[i] += part[i];
        }
        Normalise(mean);
        return new FigurePattern(mean);
    }

    static int Start(int row, int across, int down) => ((row + Shift + down) * FigureShape.Columns) + Shift + across;

    static void Normalise(float[] values)
    {
        var mean = values.Average();
        var length = MathF.Sqrt(values.Sum(value => (value - mean) * (value - mean)));
        for (var i = 0; i < values.Length; i++)
            values[i] = length > 0 ? (values[i] - mean) / length : 0;
    }
}
