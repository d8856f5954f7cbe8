namespace Shouwang.Recognizer.Recognition;

/// <summary>What a printed figure looks like (数字的样子): how dark it is, in rows of <see cref="Columns"/>, cut to the height of the figures beside it.</summary>
sealed class FigureShape
{
    public const int Rows = 20;
    public const int Columns = 16;

    const float Beyond = 0.15f; // of its height, that the cut goes further up and down
    const float Ink = 0.35f; // of the darkest row, what a row of figures has
    const float Paper = 0.75f; // of the pixels of a line, sorted by light, the one that is surely paper
    const float Squarest = 0.75f; // of its height, the widest figure with its blank
    const float Narrowest = 0.35f;

    FigureShape(float[] dark) => Dark = dark;

    public float[] Dark { get; }

    /// <summary>Gives every figure of a line its shape.</summary>
    /// <param name="planes">The line cut upright: three planes of <paramref name="stride"/> x <paramref name="height"/>.</param>
    public static void Give(List<ReadCharacter> characters, ReadOnlySpan<float> planes, int width, int height, int stride)
    {
        for (var from = 0; from < characters.Count; from++)
        {
            var to = from;
            while (to < characters.Count && IsOfRun(characters[to]))
                to++;
            if (to > from)
                GiveRun(characters, from, to, planes, width, height, stride);
            from = Math.Max(from, to);
        }
    }

    static bool IsOfRun(ReadCharacter read) => read.Value.Value is (>= '0' and <= '9') or '.' or ',';

    static bool IsFigure(ReadCharacter read) => read.Value.Value is >= '0' and <= '9';

    static void GiveRun(List<ReadCharacter> characters, int from, int to, ReadOnlySpan<float> planes, int width, int height, int stride)
    {
        var (left, right) = ((int)(characters[from].Position * width) - (height / 3), (int)(characters[to - 1].Position * width) + (height / 3));
        (left, right) = (Math.Clamp(left, 0, width - 1), Math.Clamp(right, 0, width - 1));
        if (right <= left)
            return;
        var dark = DarknessOf(planes, left, right, height, stride);
        var columns = right - left + 1;
        var (top, bottom) = Extent(dark, columns, height);
        var tall = bottom - top;
        if (tall < height / 4)
            return;
        var across = new float[columns];
        for (var x = 0; x < columns; x++)
        {
            for (var y = top; y < bottom; y++)
                across[x] += dark[(y * columns) + x];
        }
        for (var i = from; i < to; i++)
        {
            if (!IsFigure(characters[i]))
                continue;
            var at = (characters[i].Position * width) - left;
            var before = i > from && IsFigure(characters[i - 1]) ? (characters[i].Position - characters[i - 1].Position) * width / 2 : tall * 0.31f;
            var after = i + 1 < to && IsFigure(characters[i + 1]) ? (characters[i + 1].Position - characters[i].Position) * width / 2 : tall * 0.31f;
            var (first, last) = (Lightest(across, at - before, tall * 0.14f), Lightest(across, at + after, tall * 0.14f));
            if (last - first < Narrowest * tall)
                continue;
            characters[i] = characters[i] with { Shape = Cut(dark, columns, height, (first + last) / 2f, Math.Min(last - first, Squarest * tall), top, tall) };
        }
    }

    static FigureShape Cut(float[] dark, int columns, int height, float centre, float wide, int top, int tall)
    {
        var cut = new float[Rows * Columns];
        var step = tall * (1 + (2 * Beyond)) / Rows;
        for (var row = 0; row < Rows; row++)
        {
            var y = top - (Beyond * tall) + ((row + 0.5f) * step) - 0.5f;
            for (var column = 0; column < Columns; column++)
            {
                var off = (column + 0.5f - (Columns / 2f)) * step;
                if (Math.Abs(off) <= (wide / 2) + 0.5f)
                    cut[(row * Columns) + column] = At(dark, columns, height, centre + off, y);
            }
        }
        return new FigureShape(cut);
    }

    static float At(float[] dark, int columns, int height, float x, float y)
    {
        (x, y) = (Math.Clamp(x, 0, columns - 1.001f), Math.Clamp(y, 0, height - 1.001f));
        var (left, up) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - up);
        var at = (up * columns) + left;
        var (right, below) = (left + 1 < columns ? 1 : 0, columns);
        return (((dark[at] * (1 - fx)) + (dark[at + right] * fx)) * (1 - fy)) + (((dark[at + below] * (1 - fx)) + (dark[at + below + right] * fx)) * fy);
    }

    static int Lightest(float[] across, float about, float reach)
    {
        var (from, to) = (Math.Clamp((int)(about - reach), 0, across.Length - 1), Math.Clamp((int)(about + reach), 0, across.Length - 1));
        var best = from;
        for (var x = from; x <= to; x++)
        {
            if (across[x] < across[best])
                best = x;
        }
        return best;
    }

    /// <summary>Between which rows the figures stand.</summary>
    static (int Top, int Bottom) Extent(float[] dark, int columns, int height)
    {
        var rows = new float[height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < columns; x++)
                rows[y] += dark[(y * columns) + x];
        }
        var enough = Ink * rows.AsSpan(height / 4, height / 2).ToArray().Max();
        var middle = height / 2;
        var (top, bottom) = (middle, middle);
        while (top > 0 && rows[top - 1] > enough)
            top--;
        while (bottom < height && rows[bottom] > enough)
            bottom++;
        return (top, bottom);
    }

    static float[] DarknessOf(ReadOnlySpan<float> planes, int left, int right, int height, int stride)
    {
        var light = LineLight.Part(planes, left, right, height, stride);
        var paper = PaperOf(light);
        for (var i = 0; i < light.Length; i++)
            light[i] = Math.Max(0, paper - light[i]);
        return light;
    }

    /// <summary>How bright the paper is; a sample of the pixels tells.</summary>
    static float PaperOf(float[] light)
    {
        const int Step = 7;
        var sample = new float[(light.Length + Step - 1) / Step];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = light[i * Step];
        Array.Sort(sample);
        return sample[(int)(sample.Length * Paper)];
    }
}
